"""Which segments of two documents, and which words of two segments, belong together?"""
