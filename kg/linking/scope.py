"""Where a reference stands: the article, and what linking has found out about the names in it."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace

from kg.linking import bodies, meetings, people, policies, projects
from kg.linking.decided import NOTHING, Decided
from kg.mentions.mention import Body
from kg.relations.claim import Company, Meeting, Project


@dataclass(frozen=True, slots=True)
class Scope:
    """An article, and who and what the names of all articles mean. What a table lacks stands for itself."""

    article: str
    people: Mapping[people.Mention, str] = field(default_factory=dict)
    projects: Mapping[projects.Key, projects.Key] = field(default_factory=dict)
    meetings: Mapping[meetings.Report, meetings.Gathering] = field(default_factory=dict)
    companies: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (article, short name) → full name
    policies: Mapping[policies.Mention, str] = field(default_factory=dict)
    decided: Decided = NOTHING
    wholes: Set[projects.Key] = frozenset()  # the keys of all projects, as phases ask for their wholes

    def person(self, name: str) -> str:
        """The key of the person of this name."""
        return self.people.get((self.article, name), f"article:{self.article}")

    def project(self, project: Project) -> projects.Key:
        """The key of a project across articles."""
        key = projects.key_of_one(project)
        return self.projects.get(key, key)

    def meeting(self, meeting: Meeting) -> meetings.Gathering:
        """The meeting across articles."""
        return (
            self.meetings.get((self.article, meeting))
            or meetings.group({(self.article, meeting): frozenset()})[self.article, meeting]
        )

    def policy(self, title: str) -> str:
        """Whose the policy of this title is."""
        return self.policies.get((self.article, title), "")

    def company(self, company: Company) -> Company:
        """The company by the fullest name that the article gives it."""
        return replace(company, name=self.companies.get((self.article, company.name), company.name))

    def body(self, body: Body) -> Body:
        """The body in its canonical form; a company by its fullest name."""
        if body.kind == "company":
            return replace(body, name=self.companies.get((self.article, body.name), body.name))
        return bodies.canonical(body)
