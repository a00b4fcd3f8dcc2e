"""What the pages of the desk have in common: they list, they decide by one action, and they keep one history."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.views.main import SEARCH_VAR
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.db.models.constants import LOOKUP_SEP
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from journal.actions.moderation import DecidedAlready, NotPossible
from journal.analytics.moderation import NEEDS_A_REASON, Done
from journal.analytics.wording import describe_day
from journal.forms.log import VersionField
from journal.forms.moderation import DecisionForm
from journal.http import person
from journal.queries.moderation import WAITING, history_of, looked_up, names_of_staff, next_waiting, waiting_in

BUTTONS = {
    Done.APPROVED: "Approve",
    Done.REJECTED: "Reject",
    Done.HIDDEN: "Take off now",
    Done.EDITED: "Save changes",
    Done.UPHELD: "Close: something was done",
    Done.DISMISSED: "Close: nothing to change",
}
_WAITS_FOR = {waiting.model: waiting.state for waiting in WAITING}
_EVERYTHING = "all"


class StateFilter(admin.SimpleListFilter):
    """What waits, unless another state is asked for, or something is searched for."""

    title = "state"
    parameter_name = "state"

    def __init__(self, request: HttpRequest, params: Any, model: Any, model_admin: Any) -> None:
        self._states = sorted(model._meta.get_field("state").choices, key=lambda state: state[0] != _WAITS_FOR[model])
        self._wanted = _wanted_state(request, model)
        super().__init__(request, params, model, model_admin)

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [*self._states, (_EVERYTHING, "All")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset if self._wanted == _EVERYTHING else queryset.filter(state=self._wanted)

    def choices(self, changelist: Any) -> Any:
        """What waits comes first, and "All" last."""
        for code, label in self.lookup_choices:
            address = changelist.get_query_string({self.parameter_name: code})
            yield {"selected": code == self._wanted, "query_string": address, "display": label}


def _wanted_state(request: HttpRequest, model: Any) -> str:
    usual = _EVERYTHING if request.GET.get(SEARCH_VAR) else _WAITS_FOR[model]
    return request.GET.get(StateFilter.parameter_name) or usual


class DeskAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Reads; nothing is added, changed or deleted but by an action, which writes the log itself."""

    plural: ClassVar[str]
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions_on_top = True

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Under its plain name."""
        return super().changelist_view(request, {"title": self.plural, "subtitle": None, **(extra_context or {})})

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Only by what the list offers. Django takes any column of the table from the address, so that an e-mail
        address could be read letter by letter from how many rows are left, or who has a record of some kind."""
        offered = [getattr(each, "parameter_name", each) for each in (*self.list_filter, self.date_hierarchy) if each]
        return lookup.split(LOOKUP_SEP)[0] in offered

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """What the log says about a row."""
        item = self.get_object(request, object_id)
        if item is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined,no-any-return]
        if not self.has_view_permission(request, item):
            raise PermissionDenied
        entries = looked_up(entries=history_of(item=item))
        return self.page(request, "admin/desk/history.html", f"History: {item}", item=item, entries=entries)

    def page(self, request: HttpRequest, template: str, title: str, **context: Any) -> HttpResponse:
        """A page of this subject in the frame of the desk."""
        frame = {**self.admin_site.each_context(request), "opts": self.opts, "title": title, "media": self.media}
        frame["plural"] = self.plural
        return TemplateResponse(request, template, frame | context)

    def address(self, name: str, *args: Any) -> str:
        """Of a page of this subject, by Django's name for it: changelist, change, history."""
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{name}", args=args)

    def found(self, request: HttpRequest, object_id: str, *, to_change: bool) -> Any:
        """The item, for somebody who may see it, or change it; None where there is none."""
        item = self.get_object(request, object_id)
        may = self.has_change_permission if to_change else self.has_view_permission
        if not may(request, item):
            raise PermissionDenied
        return item

    def not_there(self, request: HttpRequest) -> HttpResponse:
        messages.warning(request, "This is not there any more.")
        return redirect(self.address("changelist"))


class DecisionAdmin(DeskAdmin):
    """A queue, oldest first, and a page for each item that shows all there is to know and takes the decision."""

    list_filter: ClassVar[Any] = (StateFilter,)
    ordering = ("created_at", "pk")
    decision_template = "admin/desk/decide.html"
    bulk: ClassVar[Sequence[Done]] = ()

    def get_list_display(self, request: HttpRequest) -> Any:
        """Without the state where all have the same one."""
        is_mixed = _wanted_state(request, self.model) == _EVERYTHING
        return [name for name in self.list_display if is_mixed or name != "state"]

    @admin.display(description="sent on", ordering="created_at")
    def sent(self, item: Any) -> str:
        return f"{item.created_at:%d %b %Y}"

    def name_of(self, item: Any) -> str:
        """What to call it, for somebody who reads a list of them."""
        return str(item)

    def possible(self, item: Any) -> Sequence[Done]:
        """What may be decided about it now."""
        raise NotImplementedError

    def version_of(self, item: Any) -> int:
        """What grows with each change of what is decided on."""
        version: int = item.version
        return version

    def facts(self, item: Any) -> list[tuple[str, Any]]:
        """What is to be seen of it, by name."""
        raise NotImplementedError

    def decide(self, item: Any, said: dict[str, Any]) -> None:
        """Call the action; `said` holds decision, version, reason, words, by and now."""
        raise NotImplementedError

    def more_forms(self, request: HttpRequest, item: Any) -> dict[str, Any]:
        """Further forms of the page, by name; all of them have to be valid."""
        return {}

    def more_context(self, request: HttpRequest, item: Any) -> dict[str, Any]:
        return {}

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        item = self.found(request, object_id, to_change=request.method == "POST")
        if item is None:
            return self.not_there(request)
        possible = self.possible(item)
        data = request.POST if request.method == "POST" else None
        form = DecisionForm(data, possible=possible, version=self.version_of(item))
        forms = self.more_forms(request, item)
        if data is not None and form.is_valid():
            said = form.cleaned_data | {"by": person(request), "now": timezone.now()}
            # What is refused need not be put right first.
            used = forms if said["decision"] in (Done.APPROVED, Done.EDITED) else {}
            if all(each.is_valid() for each in used.values()):
                if self._decided(request, item, said | used):
                    return self._onward(request, item)
                # Where somebody else was first, what was typed stays, on what is there now.
                item = self.get_object(request, object_id)
                form.data = {**form.data.dict(), "version": self.version_of(item)}  # type: ignore[attr-defined]
        context = {
            "item": item,
            "facts": self.facts(item),
            "form": form,
            "buttons": [(each.value, BUTTONS[each]) for each in self.possible(item)],
            "has_wrong_facts": any(each.is_bound and each.errors for each in forms.values()),
            "entries": looked_up(entries=history_of(item=item)),
            "takes_reason": bool(NEEDS_A_REASON & set(possible)),
            **forms,
            **self.more_context(request, item),
        }
        return self.page(request, self.decision_template, self.name_of(item), **context)

    def _decided(self, request: HttpRequest, item: Any, said: dict[str, Any]) -> bool:
        try:
            self.decide(item, said)
        except DecidedAlready as refused:
            messages.error(request, _who_was_first(refused))
            return False
        except NotPossible:
            messages.error(request, "This is not possible in the state that it is in now.")
            return False
        left = waiting_in(model=self.model)
        messages.success(request, f"{Done(said['decision']).label}: {self.name_of(item)}. Still waiting: {left}.")
        return True

    def _onward(self, request: HttpRequest, item: Any) -> HttpResponse:
        """To the next one that waits, for somebody who works through the queue."""
        following = next_waiting(model=self.model, after=item) if item.state == _WAITS_FOR[self.model] else None
        return redirect(self.address("change", following) if following else self.address("changelist"))

    def get_actions(self, request: HttpRequest) -> Any:
        """One for each decision that may be made about several at once; each asks before it does anything."""
        if not self.has_change_permission(request):
            return {}
        return {each.value: (_bulk(each), each.value, f"{BUTTONS[each]} the chosen ones") for each in self.bulk}

    def decide_all(self, request: HttpRequest, queryset: QuerySet[Any], decision: Done) -> HttpResponse | None:
        """Ask first, then decide one by one from the versions that were shown."""
        items = list(queryset.order_by(*self.ordering))
        gone = len(request.POST.getlist(ACTION_CHECKBOX_NAME)) - len(items)
        if gone:
            messages.warning(request, f"Decided by somebody else meanwhile: {gone}.")
        sent = request.POST if "confirmed" in request.POST else None
        form = DecisionForm(sent, possible=[decision], version=0)
        if sent is None or not form.is_valid():
            listed = [
                (item.pk, self.name_of(item), request.POST.get(f"version-{item.pk}", self.version_of(item)))
                for item in items
            ]
            context = {"listed": listed, "form": form, "decision": decision, "button": BUTTONS[decision]}
            return self.page(request, "admin/desk/confirm.html", f"{BUTTONS[decision]}: {len(items)}", **context)
        done = 0
        for item in items:
            said = form.cleaned_data | {"version": VersionField().clean(request.POST.get(f"version-{item.pk}"))}
            done += self._decided_in_bulk(request, item, said | {"by": person(request), "now": timezone.now()})
        messages.success(request, f"{decision.label}: {done} of {len(items)}.")
        return None

    def _decided_in_bulk(self, request: HttpRequest, item: Any, said: dict[str, Any]) -> bool:
        try:
            self.decide(item, said)
        except DecidedAlready as refused:
            messages.error(request, f"{self.name_of(item)}: {_who_was_first(refused)}")
            return False
        except NotPossible:
            messages.error(request, f"{self.name_of(item)}: not possible in the state that it is in now.")
            return False
        return True


def _bulk(decision: Done) -> Callable[[DecisionAdmin, HttpRequest, QuerySet[Any]], HttpResponse | None]:
    def decide_all(desk: DecisionAdmin, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        return desk.decide_all(request, queryset, decision)

    return decide_all


def _who_was_first(refused: DecidedAlready) -> str:
    """Who did what meanwhile."""
    last = refused.last
    if last is None:
        return "It was changed since you opened it. Look again, then decide."
    name = names_of_staff(keys={last.actor})[last.actor] if last.actor else "Somebody"
    at = f"{describe_day(last.at)}, {last.at:%H:%M} UTC"
    return f"It was changed since you opened it: {name}, {at}: {Done(last.what).label}. Look again, then decide."
