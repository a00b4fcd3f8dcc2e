"""The picture of the body: tapped, walked through by keyboard, beside the list, with scripts and without."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from journal.analytics.records import Feeling
from journal.analytics.vocabulary import places_to_choose
from journal.analytics.wording import NO_BREAK
from journal.models import PainDraft, PainEntry, User
from tests import cast
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_log_by_keyboard import choose_on_scale, tab_to

SignIn = Callable[[Page, User], None]
NewPage = Callable[..., Page]

LEAST = 44
BURNING_AND_TINGLING = {("burning", "thigh_back", "left", 6), ("tingling", "big_toe", "left", 3)}
TALL = (320, 2000)
# For each place the side of the largest square, up to `most` pixels, that lies in its shape and, at nine points of it,
# takes the tap for that place; all of the picture is in view.
SQUARES = """most => {
    const canvas = document.createElement('canvas').getContext('2d');
    const takes = (x, y, box) => document.elementFromPoint(x, y)?.closest('.place-row label')?.control === box;
    const squareAt = (box, path, rows, x, y, side) => {
        const along = [0.5, side / 4, side / 2, (3 * side) / 4, side - 0.5];
        return along.every(dx => along.every(dy => canvas.isPointInPath(path, x + dx, y + dy)))
            && [1, side / 2, side - 1].every(dx => [1, side / 2, side - 1].every(
                dy => takes(rows.left + x + dx, rows.top + y + dy, box)));
    };
    const largest = box => {
        const style = getComputedStyle(box.nextElementSibling, '::after');
        const [width, height] = [parseFloat(style.width), parseFloat(style.height)];
        const around = box.closest('.places-rows').getBoundingClientRect();
        const rows = { left: around.left + parseFloat(style.left) - width / 2, top: around.top };
        const points = [...style.clipPath.matchAll(/([\\d.]+)% ([\\d.]+)%/g)];
        const corners = points.map(([, x, y]) => `${x * width / 100} ${y * height / 100}`);
        const path = new Path2D(`M${corners.join('L')}Z`);
        for (let side = most; side > 0; side -= 0.5) {
            for (let y = 0; y + side <= height; y += 1) {
                for (let x = 0; x + side <= width; x += 1) {
                    if (squareAt(box, path, rows, x, y, side)) return side;
                }
            }
        }
        return 0;
    };
    const boxes = [...document.querySelectorAll('.place-row input')];
    return Object.fromEntries(boxes.map(box => [box.value, largest(box)]));
}"""


def seen_by(new_page: NewPage, sign_in: SignIn, user: User, path: str = "/pain/new/", **options: Any) -> Page:
    page = new_page(**{"size": PHONE, **options})
    sign_in(page, user)
    page.goto(path)
    return page


def middle_of(page: Page, place: str, group: int = 0) -> tuple[float, float]:
    """Where a finger goes for a place: the middle of its shape, in pixels of the window; scrolls there."""
    find = """([code, group]) => {
        const box = document.querySelectorAll('.places')[group].querySelector(`[value="${code}"]`);
        const style = getComputedStyle(box.nextElementSibling, '::after');
        const points = [...style.clipPath.matchAll(/([\\d.]+)% ([\\d.]+)%/g)].map(([, x, y]) => [Number(x), Number(y)]);
        const middle = axis => {
            const along = points.map(point => point[axis]);
            return (Math.min(...along) + Math.max(...along)) / 200;
        };
        const rows = box.closest('.places-rows');
        const width = parseFloat(style.width), height = parseFloat(style.height);
        const place = () => rows.getBoundingClientRect();
        window.scrollBy(0, place().top + middle(1) * height - 250);
        const left = place().left + parseFloat(style.left) - (style.translate === 'none' ? 0 : width / 2);
        return [left + middle(0) * width, place().top + middle(1) * height];
    }"""
    x, y = page.evaluate(find, [place, group])
    return x, y


def tap(page: Page, place: str, group: int = 0) -> None:
    page.touchscreen.tap(*middle_of(page, place, group))


def chips(page: Page) -> list[str]:
    """What stands in words beside the picture."""
    return [" ".join(text.split()) for text in page.locator(".place-row :checked + label").all_inner_texts()]


def stored(user: User) -> set[tuple[str, str, str, float | None]]:
    [entry] = PainEntry.objects.owned_by(user)
    return {(one.quality, one.region, one.side, one.intensity) for one in entry.content.feelings}


def everything_agrees(page: Page, user: User) -> None:
    """The stored rows, the journal, the heat map and the line of reach say the same of burning and tingling."""
    assert stored(user) == BURNING_AND_TINGLING

    page.goto("/journal/")
    assert page.locator(".entry .mark").first.get_attribute("data-intensity") == "6"
    said = f"Back of left thigh, burning; left big toe, tingling{NO_BREAK}3"
    assert page.locator(".entry-said").all_text_contents() == [said]

    page.goto("/charts/?range=30d")
    assert numbers(page, "heat") == [["Back of left thigh", "1 of 1 (6)"], ["Left big toe", "1 of 1 (3)"]]
    assert drawn_in_heat(page) == {("Back of thigh", "left", "heat-6"), ("Big toe", "left", "heat-3")}
    [[_, *stations]] = numbers(page, "reach")
    assert stations == ["toes", "none"]
    # Of the eight rows, 0 (none) to 7 (toes); the lines keep a little apart.
    assert [reach_drawn(page, side) for side in ("left", "right")] == [7, 0]


def numbers(page: Page, chart: str) -> list[list[str]]:
    """The table of a chart."""
    rows = page.locator(f"[aria-labelledby={chart}-title] tbody tr")
    return [row.locator("th, td").all_text_contents() for row in rows.all()]


def drawn_in_heat(page: Page) -> set[tuple[str, str, str]]:
    """Name, side and colour of each cell that is filled."""
    found = set()
    for row in page.locator(".heat-row:has(b[class])").all():
        for side, cell in zip(("left", "right"), row.locator("b").all(), strict=True):
            if colour := cell.get_attribute("class"):
                found.add((row.locator("span").first.text_content() or "", side, colour))
    return found


def reach_drawn(page: Page, side: str) -> int:
    path = page.locator(f".reach-lines .reach-{side} path").first.get_attribute("d") or ""
    return round(float(path.split()[1].partition("h")[0]))


@pytest.mark.parametrize("path", ["/pain/new/", "/massage/new/"])
def test_every_place_is_a_target_of_44_pixels_on_the_narrowest_phone(
    path: str, ana: User, new_page: NewPage, sign_in: SignIn
) -> None:
    page = seen_by(new_page, sign_in, ana, path, size=TALL)

    squares: dict[str, float] = page.evaluate(SQUARES, LEAST)

    assert set(squares) == {place.code for place in places_to_choose()}
    # As in the other forms, half a pixel is lost to rounding.
    assert {code: side for code, side in squares.items() if side < LEAST - 0.5} == {}


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["320", "1280"])
@pytest.mark.parametrize("path", ["/pain/new/", "/massage/new/"])
def test_each_shape_chooses_its_own_place(
    path: str, size: tuple[int, int], ana: User, new_page: NewPage, sign_in: SignIn
) -> None:
    page = seen_by(new_page, sign_in, ana, path, size=size)

    for place in places_to_choose():
        if place.code.startswith("ankle"):
            continue  # its middle lies between its two drawings; the points above find both
        page.mouse.click(*middle_of(page, place.code))
        chosen = page.evaluate("[...document.querySelectorAll('.places :checked')].map(box => box.value)")
        assert chosen == ["picture", place.code]
        page.mouse.click(*middle_of(page, place.code))


def test_left_is_on_the_left_in_every_drawing(ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    page = seen_by(new_page, sign_in, ana)
    regions = {place.region for place in places_to_choose() if place.side}

    for region in regions:
        left, right = (middle_of(page, f"{region}.{side}")[0] for side in ("left", "right"))
        assert left < right, region


def test_burning_and_tingling_are_painted_by_touch(ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    page = seen_by(new_page, sign_in, ana, has_touch=True)
    first, second = page.locator(".feeling").nth(0), page.locator(".feeling").nth(1)

    page.locator(".scale-step label").nth(6).tap()
    first.get_by_text("Burning", exact=True).tap()
    tap(page, "thigh_back.left")
    assert chips(page) == ["Back of thigh, Left"]
    first.locator("select").select_option("6")
    page.get_by_role("button", name="Add another feeling").tap()
    second.get_by_text("Tingling").tap()
    tap(page, "big_toe.left", group=1)
    second.locator("select").select_option("3")
    page.get_by_role("button", name="Save", exact=True).last.tap()
    page.get_by_role("status").get_by_text("Saved").wait_for()

    everything_agrees(page, ana)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_burning_and_tingling_are_painted_by_keyboard(
    scripts: bool, ana: User, new_page: NewPage, sign_in: SignIn
) -> None:
    page = seen_by(new_page, sign_in, ana, java_script_enabled=scripts)
    if not scripts:
        return by_keys_alone(page, ana)

    choose_on_scale(page, "0 none", 6)
    for chip in ("Burning", "Back of thigh, Left"):
        tab_to(page, chip)
        page.keyboard.press("Space")
    tab_to(page, "How strong is this one?")
    page.keyboard.type("6")
    tab_to(page, "Add another feeling")
    page.keyboard.press("Enter")
    page.locator("#feeling-2").wait_for()
    for chip in ("Tingling", "Big toe, Left"):
        tab_to(page, chip)
        page.keyboard.press("Space")
    tab_to(page, "How strong is this one?")
    page.keyboard.type("3")
    tab_to(page, "Save")
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text("Saved").wait_for()

    everything_agrees(page, ana)
    return None


def by_keys_alone(page: Page, ana: User) -> None:
    """The same with the focus set, since without scripts nothing can be asked about where Tab has come to."""

    def press(selector: str, key: str = "Space") -> None:
        page.locator(selector).focus()
        page.keyboard.press(key)

    press("[name=intensity][value='6']")
    press("[name=feelings-0-qualities][value=burning]")
    press("[name=feelings-0-places][value='thigh_back.left']")
    page.locator("[name=feelings-0-strength]").select_option("6")
    press("[name=add_group]", "Enter")
    page.locator("#feeling-2").wait_for()
    press("[name=feelings-1-qualities][value=tingling]")
    press("[name=feelings-1-places][value='big_toe.left']")
    page.locator("[name=feelings-1-strength]").select_option("3")
    press(".sticky-save .btn-primary", "Enter")
    page.get_by_role("status").get_by_text("Saved").wait_for()
    everything_agrees(page, ana)


def test_list_and_picture_are_the_same_boxes(ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    page = seen_by(new_page, sign_in, ana, has_touch=True, java_script_enabled=True)

    tap(page, "calf.right")
    page.get_by_text("List", exact=True).tap()
    calf = page.get_by_role("checkbox", name="Calf, Right", exact=True)
    assert calf.is_checked()
    page.locator("[value='heel.left'] + label").tap()
    page.get_by_text("Picture", exact=True).tap()
    assert chips(page) == ["Calf, Right", "Heel, Left"]


@pytest.mark.parametrize("path", ["/pain/new/", "/massage/new/"])
def test_what_was_tapped_is_in_view_in_words(path: str, ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    page = seen_by(new_page, sign_in, ana, path, has_touch=True)
    said = page.locator(".places-said p")

    for place, words in (("lower_back.left", "Lower back, Left"), ("saddle", "Between the legs (saddle)")):
        tap(page, place)
        expect(said).to_have_text(words)
        expect(said).to_be_in_viewport(ratio=1)
    tap(page, "saddle")
    expect(said).to_be_hidden()


def test_a_mouse_is_told_what_it_points_at(ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    page = seen_by(new_page, sign_in, ana, size=DESKTOP)
    said = page.locator(".places-said p")

    page.mouse.click(*middle_of(page, "calf.right"))
    page.mouse.move(*middle_of(page, "knee_back.left"))
    expect(said).to_have_text("Back of knee, Left")
    page.mouse.move(0, 0)
    expect(said).to_have_text("Calf, Right")


@pytest.mark.parametrize("letters", ["100%", "130%"])
def test_a_name_under_the_picture_breaks_only_where_it_must(
    letters: str, ana: User, new_page: NewPage, sign_in: SignIn
) -> None:
    """A line of it holds as many words as fit: "Lower back, Left" on one, or broken like any text."""
    page = seen_by(new_page, sign_in, ana)
    page.evaluate("size => document.documentElement.style.fontSize = size", letters)
    page.evaluate("document.querySelectorAll('.place-row input').forEach(box => box.click())")

    broken = page.evaluate("""() => {
        const lines = label => {
            const range = document.createRange();
            range.selectNodeContents(label.querySelector('span'));
            return Math.round(range.getBoundingClientRect().height / parseFloat(getComputedStyle(label).lineHeight));
        };
        const room = document.querySelector('.places-rows').clientWidth;
        return [...document.querySelectorAll('.place-row :checked + label')]
            .filter(label => lines(label) > 1 && label.getBoundingClientRect().width < 0.75 * room)
            .map(label => label.textContent);
    }""")

    assert broken == []


def test_a_tap_does_not_move_the_picture(ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    page = seen_by(new_page, sign_in, ana, has_touch=True)

    for place in ("lower_back.left", "calf.left", "toes.right"):
        middle_of(page, place)
        before = page.evaluate("scrollY")
        tap(page, place)
        assert page.evaluate("scrollY") == before


def test_the_focus_brings_its_shape_into_view(ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    page = seen_by(new_page, sign_in, ana)

    for place in ("toes.left", "lower_back.right", "heel.right"):
        page.locator(f"[value='{place}']").focus()
        box = page.locator(f"[value='{place}']").bounding_box()
        assert box is not None
        assert 0 <= box["y"] <= PHONE[1] - LEAST


def test_without_scripts_the_choice_of_the_list_is_kept(ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    page = seen_by(new_page, sign_in, ana, java_script_enabled=False)

    page.locator("label[for$=as_list]").click()
    page.locator("[name=add_group]").click()

    expect(page.locator(".places-as-picture").nth(1)).to_be_checked()
    expect(page.locator(".places-as-list").nth(0)).to_be_checked()


def test_what_is_typed_is_kept_on_the_server_and_there_after_a_reload(
    ana: User, new_page: NewPage, sign_in: SignIn
) -> None:
    page = seen_by(new_page, sign_in, ana, has_touch=True)
    page.locator(".scale-step label").nth(6).tap()
    tap(page, "calf.left")
    page.locator("[name=note]").fill("After the drive.")
    # On a slow machine a pause between the three sends part of it first.
    for _ in range(150):
        if PainDraft.objects.filter(fields__note=["After the drive."]).exists():
            break
        page.wait_for_timeout(100)

    page.reload()

    expect(page.locator("[name=intensity][value='6']")).to_be_checked()
    expect(page.locator("[value='calf.left']")).to_be_checked()
    expect(page.locator("[name=note]")).to_have_value("After the drive.")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.get_by_role("button", name="Save", exact=True).last.click()
    page.get_by_role("status").get_by_text("Saved").wait_for()
    assert not PainDraft.objects.exists()


def test_a_place_without_a_side_stays_chosen(ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    entry = cast.pain(ana, feelings=[Feeling(quality="ache", region="calf")])
    page = seen_by(new_page, sign_in, ana, f"/pain/{entry.uid}/")

    assert chips(page) == ["Calf, Side not said"]
