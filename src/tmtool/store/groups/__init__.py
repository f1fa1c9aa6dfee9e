"""Says what a home is asked, a module a group of questions. What holds for all of them, `tmtool.store.home` says."""
