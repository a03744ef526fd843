// Show a walk on the page of a tree.
