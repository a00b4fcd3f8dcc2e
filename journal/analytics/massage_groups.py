"""Massage sessions by what they were: technique, who gave them, area, minutes."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from journal.analytics.names import name_key
from journal.analytics.records import MassageContent
from journal.analytics.sessions import LoggedSession
from journal.analytics.vocabulary import Giver, Technique
from journal.analytics.wording import describe_place

GroupedBy = Literal["technique", "giver", "area", "minutes"]

_SHORT, _MIDDLE = 30, 60


@dataclass(frozen=True, kw_only=True)
class MassageGroup:
    """Sessions alike in one respect, in the order they were given in; `label` names it as a person would."""

    label: str
    sessions: tuple[LoggedSession, ...]


def massage_groups(*, sessions: Iterable[LoggedSession]) -> dict[GroupedBy, list[MassageGroup]]:
    """The groups by each respect, those with the most sessions first. A session is in one group for each area; where
    something was not said it is in none."""
    listed = list(sessions)
    return {by: _groups(listed, labels) for by, labels in _LABELS.items()}


def _groups(sessions: Sequence[LoggedSession], labels: Callable[[MassageContent], Iterable[str]]) -> list[MassageGroup]:
    found: dict[str, list[LoggedSession]] = defaultdict(list)
    written: dict[str, str] = {}
    for session in sessions:
        for label in labels(session.content):
            key = name_key(label)  # a name is shown as it was written last
            written[key] = label.strip()
            found[key].append(session)
    groups = [MassageGroup(label=written[key], sessions=tuple(alike)) for key, alike in found.items()]
    return sorted(groups, key=lambda group: (-len(group.sessions), group.label))


def _technique(said: MassageContent) -> Iterable[str]:
    return [Technique(said.technique).label] if said.technique else []


def _giver(said: MassageContent) -> Iterable[str]:
    if said.therapist_name.strip():
        return [said.therapist_name]
    return [Giver(said.given_by).label] if said.given_by else []


def _areas(said: MassageContent) -> Iterable[str]:
    places = {area.place for area in said.areas}
    return [words[0].upper() + words[1:] for words in map(describe_place, places)]


def _minutes(said: MassageContent) -> Iterable[str]:
    if said.minutes is None:
        return []
    if said.minutes <= _SHORT:
        return [f"Up to {_SHORT} minutes"]
    return [f"{_SHORT + 1} to {_MIDDLE} minutes" if said.minutes <= _MIDDLE else f"More than {_MIDDLE} minutes"]


_LABELS: dict[GroupedBy, Callable[[MassageContent], Iterable[str]]] = {
    "technique": _technique,
    "giver": _giver,
    "area": _areas,
    "minutes": _minutes,
}
