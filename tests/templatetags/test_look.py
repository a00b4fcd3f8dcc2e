"""What is drawn once for everybody: nothing of anybody's is in it, and it follows the values that it names."""

import re
from typing import Any

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.test import Client
from django.utils.safestring import mark_safe

from journal.models import User
from journal.templatetags import look

PART = (
    "{% load look %}{% drawn_once here=here %}"
    "[{{ here }}{{ user }}{{ request.path }}{% csrf_token %}]{% enddrawn_once %}"
)


def draw(template: Template, **values: Any) -> str:
    return template.render(Context({"user": "Ana", "request": {"path": "/secret/"}, "csrf_token": "abc"} | values))


def test_it_sees_nothing_but_what_it_names() -> None:
    assert draw(Template(PART), here="journal") == "[journal]"


def test_it_is_drawn_for_each_value_and_kept() -> None:
    template = Template(PART)
    [part] = template.nodelist.get_nodes_by_type(look._DrawnOnce)
    assert [draw(template, here=here) for here in ("journal", "charts", None, "journal")] == [
        "[journal]",
        "[charts]",
        "[None]",
        "[journal]",
    ]

    assert isinstance(part, look._DrawnOnce)
    assert list(part.kept) == [("journal",), ("charts",), (None,)]


def test_it_escapes_what_it_names() -> None:
    assert draw(Template(PART), here="<b>") == "[&lt;b&gt;]"


@pytest.mark.parametrize("value", [1, 1.0, mark_safe("<b>"), object()])
def test_values_that_equal_others_and_look_different_are_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="plain texts"):
        draw(Template(PART), here=value)


def test_it_keeps_a_bounded_number() -> None:
    template = Template(PART)
    [part] = template.nodelist.get_nodes_by_type(look._DrawnOnce)
    for number in range(1000):
        assert draw(template, here=f"{number}") == f"[{number}]"

    assert isinstance(part, look._DrawnOnce)
    assert 0 < len(part.kept) <= look._MOST_KEPT


def test_it_takes_no_value_without_a_name() -> None:
    with pytest.raises(TemplateSyntaxError, match="by name"):
        Template("{% load look %}{% drawn_once here %}{% enddrawn_once %}")


@pytest.mark.django_db
def test_two_people_in_turn_each_have_their_own_token_and_way_back(ana: User, ben: User) -> None:
    for user in (ana, ben, ana):
        client = Client(enforce_csrf_checks=True)
        client.force_login(user)
        for path in ("/", "/learn/?a=1", "/learn/?a=2"):
            page = client.get(path).text
            assert page.count("/visits/questions/new/?next=") == 1
            assert re.findall(r"\?next=([^\"]+)\"", page) == [
                path.replace("/", "%2F").replace("?", "%3F").replace("=", "%3D")
            ]
        token = re.search(
            r'action="/accounts/logout/"><input type="hidden" name="csrfmiddlewaretoken" value="(\w+)"', page
        )
        assert token
        assert client.post("/accounts/logout/", {"csrfmiddlewaretoken": token[1]}).status_code == 302
        assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_a_visitor_after_a_person_sees_no_menu(ana_client: Client) -> None:
    assert "menu-list" in ana_client.get("/safety/").text

    page = Client().get("/safety/").text
    assert "menu-list" not in page
    assert '<nav class="bar"' not in page
    assert 'aria-current="page">When to get help' in page


@pytest.mark.django_db
def test_the_theme_of_one_is_not_that_of_the_next(ana: User, ben: User) -> None:
    for user, theme in ((ana, "dark"), (ben, "light")):
        User.objects.filter(pk=user.pk).update(theme=theme)
    pages = {}
    for user in (ana, ben):
        client = Client()
        client.force_login(user)
        pages[user.pk] = client.get("/learn/").text

    assert 'data-theme="dark"' in pages[ana.pk]
    assert 'data-theme="light"' in pages[ben.pk]
