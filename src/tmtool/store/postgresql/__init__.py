"""Keeps a home in a PostgreSQL database, which many people share (`tmtool.store.home.Home`)."""
