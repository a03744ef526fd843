"""The cases of a collection as a package for learning platforms, by SCORM 1.2."""
