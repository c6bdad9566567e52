"""A group of commands of which each is imported when it is asked for: `kg --version` loads no tagger, `kg query` no
explorer."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

import click


class LazyGroup(click.Group):
    """A click group whose `lazy` commands are given by name as `module:attribute`. What is no click command there
    raises TypeError when it is asked for."""

    def __init__(self, *args: object, lazy: Mapping[str, str] | None = None, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._lazy = dict(lazy or {})

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *self._lazy})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in self._lazy and cmd_name not in self.commands:
            module, _, attribute = self._lazy[cmd_name].partition(":")
            command = getattr(import_module(module), attribute, None)
            if not isinstance(command, click.Command):
                raise TypeError(f"kg {cmd_name}: {module} has no click command {attribute!r}; mend COMMANDS")
            self.add_command(command, cmd_name)
        return super().get_command(ctx, cmd_name)
