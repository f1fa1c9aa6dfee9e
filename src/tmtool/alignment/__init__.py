"""Which segments of two documents, and which words of two segments, belong together?"""

import os

# The matrices of alignment are small: threads that wait for each other cost more than they gain, on a busy machine
# three times the whole. NumPy's BLAS reads this when it is loaded; who wants threads sets it himself.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
