"""What a claim holds: who, towards whom, in which words, reported by whom."""

from claims.model import BlockKind, Claim, Mode
from claims.stance import answers
from tests.stance.conftest import Claims, parsed_of

CORE = {"accusation", "denial", "cooperation"}


def pairs(found: list[Claim], stance: str) -> set[tuple[str | None, str | None]]:
    """Return (speaker's country, target's country) of the claims of one stance."""
    return {(c.speaker_country, c.target_country) for c in found if c.stance == stance}


def only(found: list[Claim], stance: str) -> Claim:
    """Return the one claim of a stance."""
    (claim,) = (c for c in found if c.stance == stance)
    return claim


def test_joint_speakers_are_split(claims: Claims) -> None:
    """One claim each, same words."""
    found = claims("France and Germany condemned the Russian shelling.")
    assert pairs(found, "accusation") == {("FRA", "RUS"), ("DEU", "RUS")}


def test_a_reciprocal_act_goes_both_ways(claims: Claims) -> None:
    """Both parties of an agreement speak, each towards the other."""
    found = claims("Kenya signed a trade agreement with Uganda.")
    assert pairs(found, "cooperation") == {("KEN", "UGA"), ("UGA", "KEN")}


def test_three_parties_have_a_collective_target(claims: Claims) -> None:
    """One claim a speaker, no target country."""
    found = claims("Kenya, Uganda and Rwanda agreed to build a railway.")
    assert {(c.speaker_country, c.target_country) for c in found} == {
        ("KEN", None), ("UGA", None), ("RWA", None),
    }  # fmt: skip


def test_two_partners_of_a_third_are_told_together(claims: Claims) -> None:
    found = claims("Niger has signed a water treaty with Chad and Libya.")
    assert {(claim.speaker_country, claim.target_country) for claim in found} == {
        ("NER", None),
        ("TCD", None),
        ("LBY", None),
    }


def test_who_reports_does_not_accuse(claims: Claims) -> None:
    """The accuser speaks, the mediator reports (guideline 1)."""
    claim = only(claims("Sudan has accused Chad of theft, a Kenyan minister said."), "accusation")
    assert (claim.speaker_country, claim.target_country) == ("SDN", "TCD")
    assert claim.reporter != ""


def test_two_stances_in_one_sentence_are_two_claims(claims: Claims) -> None:
    """A denial with a counter-charge (guideline 6)."""
    found = claims("Iran denied the charges and accused Israel of sabotage.")
    assert pairs(found, "denial") == {("IRN", None)}
    assert pairs(found, "accusation") == {("IRN", "ISR")}


def test_words_stand_where_the_spans_say(claims: Claims) -> None:
    """Every cell leads back to the exact words."""
    text = "“The accusation is groundless,” said Wang Yi. “We oppose it.”"
    parsed = parsed_of(text)
    for claim in claims(text):
        assert claim.words == " … ".join(s.of(parsed.document.text) for s in claim.spans)
        assert all(span.of(text) for span in claim.evidence)


def test_quoted_words_are_the_words_of_the_claim(claims: Claims) -> None:
    """The quoted sentence without its marks."""
    claim = only(claims("“The accusation is groundless,” said Wang Yi."), "denial")
    assert claim.words == "The accusation is groundless"
    assert claim.mode is Mode.DIRECT


def test_captions_and_questions_are_silent(claims: Claims) -> None:
    """A caption tells nothing that the body does not."""
    text = "France condemned Russia."
    assert claims(text, kinds=(BlockKind.CAPTION,)) == []
    assert claims(text) != []


def test_a_headline_that_the_body_repeats_counts_once(claims: Claims) -> None:
    """The body's claim stays."""
    head, body = "France condemns Russia", "France on Monday condemned Russia over the shelling."
    found = claims(head, body, kinds=(BlockKind.HEADLINE, BlockKind.BODY))
    assert len([c for c in found if c.stance == "accusation"]) == 1
    assert found[0].spans[0].start > len(head)


def test_the_writers_own_words_are_no_claim(claims: Claims) -> None:
    """Evaluation without a source is nobody's stance."""
    assert not CORE & {c.stance for c in claims("Russia's aggression violates international law.")}


def test_quarrels_within_one_state_are_left_out(claims: Claims) -> None:
    """A ledger of states holds what is between states."""
    assert not CORE & {c.stance for c in claims("The US president praised the US Congress.")}


def test_a_threat_of_tariffs_is_no_accusation(claims: Claims) -> None:
    """Companions keep the core clean."""
    found = claims("The United States vowed new tariffs on Chinese goods.")
    assert {c.stance for c in found} == {"threat"}


def test_a_denial_answers_the_accusation(claims: Claims) -> None:
    """Accuser and accused swapped, in one document."""
    found = claims("Israel accused Iran of sabotage.", "Iran denied the accusation on Monday.")
    (answer,) = answers(found)
    assert answer.denial == only(found, "denial").id
    assert answer.accusation == only(found, "accusation").id


def test_what_was_considered_is_kept(claims: Claims) -> None:
    """Explain can show the winner and why others lost."""
    claim = only(claims("Israel accused Iran of sabotage."), "accusation")
    assert claim.considered[0].rule == "accusation.accuse"
    assert claim.considered[0].outcome == "won"


def test_the_same_text_gives_the_same_claims(claims: Claims) -> None:
    """Ids, order and all: a re-run is the same, byte for byte."""
    text = "Iran denied the charges and accused Israel of sabotage. France praised Jordan."
    assert repr(claims(text)) == repr(claims(text))


def test_the_move_is_whoever_made_it(claims: Claims) -> None:
    """A definite deed takes up the sentence before."""
    found = claims("Slovakia closed its border on Monday. Poland criticised the move.")
    assert pairs(found, "accusation") == {("POL", "SVK")}


def test_the_closure_is_whoever_was_named_with_it(claims: Claims) -> None:
    """A definite deed is its owner's, named in a paragraph before."""
    found = claims("The closure of the road by Chad angered many.", "Oman criticised the closure.")
    assert pairs(found, "accusation") == {("OMN", "TCD")}


def test_a_quotation_keeps_its_closing_mark(claims: Claims) -> None:
    """Words that open a quotation close it."""
    claim = only(claims("Spain called the Russian raid “a breach of faith”."), "accusation")
    assert claim.words.endswith("faith”")


def test_still_less_negates(claims: Claims) -> None:
    """What is "still less" done is not done."""
    found = claims("Chad and Togo are not talking, still less reaching an agreement.")
    assert not pairs(found, "cooperation")


def test_a_person_praises_a_person_at_home(claims: Claims) -> None:
    """Praise between persons counts where one stands for a state; praise of one's own does not."""
    assert not pairs(claims("The US president praised the US Congress."), "cooperation")
    found = claims("US President Barack Obama thanked Hillary Clinton.")
    assert {speaker for speaker, _ in pairs(found, "cooperation")} == {"USA"}


def test_ones_own_meetings_are_told_as_facts(claims: Claims) -> None:
    """Whom "we" met counts in one's own words; where others meet is left to the narrator."""
    found = claims("“We had talks with Chile on Monday,” Peru's foreign minister said.")
    assert pairs(found, "cooperation") == {("PER", "CHL")}


def test_who_is_not_named_on_purpose_stays_unnamed(claims: Claims) -> None:
    """Whom "some countries" means is left open, though one of them has accused the speaker."""
    found = claims("Japan accused China of theft.", "China rejected the charges by some countries.")
    denial = only(found, "denial")
    assert (denial.target, denial.target_country) == ("some countries", None)


def test_a_deed_of_old_may_be_charged_today(claims: Claims) -> None:
    """The past of a charge is that of its own words, not that of the deed (guideline 16)."""
    assert not only(
        claims("Chad said Sudan had violated the truce last year."), "accusation"
    ).historic
    assert only(claims("Last year Chad accused Sudan of theft."), "accusation").historic


def test_who_they_are_stands_before(claims: Claims) -> None:
    """A pronoun is blamed for whom it stands for."""
    text = "“Sudan has closed the road. They have violated the treaty,” the Chadian minister said."
    assert pairs(claims(text), "accusation") == {("TCD", "SDN")}


def test_a_participle_denies_the_same_charge(claims: Claims) -> None:
    """“Rejected it, calling it a lie” is one denial."""
    found = claims("Peru rejected the charges made by Chile, denouncing them as baseless.")
    assert len([c for c in found if c.stance == "denial"]) == 1


def test_a_cue_thrown_in_leaves_the_words_around_it(claims: Claims) -> None:
    """The words of “Chad has lied, the minister alleged” are what is alleged."""
    claim = only(
        claims("Chad's army is arming rebels, the Sudanese minister alleged."), "accusation"
    )
    assert claim.words.startswith("Chad")


def test_a_forum_is_no_target(claims: Claims) -> None:
    """Whoever is complained to is not whom the complaint is about (guideline 13)."""
    found = claims("Chad complained to the UN Security Council about Sudan's raids.")
    assert ("TCD", "UNO") not in pairs(found, "accusation")
