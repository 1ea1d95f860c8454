"""One unit of input -> what it says of documents: the work that is done side by side."""
