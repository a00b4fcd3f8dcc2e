"""Right after a session against right before."""

from journal.analytics.immediate_change import ImmediateChange, immediate_change


def test_it_counts_and_averages_the_sessions_with_both_ratings() -> None:
    ratings = [(7.0, 4.0), (5.0, 5.0), (3.0, 4.0), (6.0, None), (None, 2.0), (8.0, 6.0)]
    assert immediate_change(ratings=ratings) == ImmediateChange(sessions=4, mean=-1, lower=2, same=1, higher=1)


def test_without_such_sessions_there_is_no_mean() -> None:
    assert immediate_change(ratings=[(None, 3.0)]) == ImmediateChange(sessions=0, mean=None, lower=0, same=0, higher=0)
