"""What a new tree, collection or source begins with: files that are right but for what only their author can say."""
