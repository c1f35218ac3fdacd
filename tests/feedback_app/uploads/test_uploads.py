"""What a file says about a child, a place or a time is gone before it is kept; what we could not show is refused."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback_app.uploads import FILE_BYTES, FileTooBig, FileUnreadable, UploadKind, png, read_upload
from tests.files import (
    A_WEBM,
    AN_AAC,
    AN_AMR,
    AN_MP3,
    PLACE,
    a_jpeg,
    a_png,
    a_wav,
    a_webm,
    an_mp4,
    an_ogg,
    jpeg_segment,
    mp4_box,
    png_chunk,
    png_header,
)

HIDDEN_IN_PNG = tuple((name, PLACE) for name in (b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"tIME", b"pHYs", b"prVt"))
HIDDEN_IN_JPEG = tuple((marker, PLACE) for marker in (0xE1, 0xE2, 0xED, 0xEF, 0xFE, 0xE0, 0xEE))


def test_a_plain_picture_is_kept_as_it_is() -> None:
    assert read_upload("drawing", a_png()).content == a_png()
    assert read_upload("drawing", a_jpeg()).content == a_jpeg()


def test_no_place_time_or_name_survives_in_a_png() -> None:
    kept = read_upload("drawing", a_png(extra=HIDDEN_IN_PNG, behind=PLACE))

    assert kept.content == a_png()
    assert kept.media_type == "image/png"


def test_no_place_time_or_name_survives_in_a_photograph() -> None:
    kept = read_upload("drawing", a_jpeg(extra=HIDDEN_IN_JPEG, behind=PLACE + a_jpeg()))

    assert kept.content == a_jpeg()
    assert kept.media_type == "image/jpeg"


def test_a_small_picture_inside_a_photograph_goes_too() -> None:
    with_small = b"JFIF\0\1\2\0\0\1\0\1\2\2" + b"\x99" * 12

    kept = read_upload("drawing", a_jpeg(extra=[(0xE0, with_small)])).content

    assert b"\x99" not in kept


def test_how_colours_are_meant_stays_and_no_more_of_that_segment() -> None:
    adobe = b"Adobe\0\x64\0\0\0\0\1"

    kept = read_upload("drawing", a_jpeg(extra=[(0xEE, adobe + PLACE)])).content

    assert jpeg_segment(0xEE, adobe) in kept
    assert PLACE not in kept


def test_bytes_that_fill_between_segments_are_no_harm() -> None:
    filled = a_jpeg().replace(b"\xff\xdb", b"\xff\xff\xff\xdb")

    assert read_upload("drawing", filled).content == a_jpeg()


@pytest.mark.parametrize("cut", range(1, len(a_jpeg())))
def test_a_photograph_that_ends_early_is_refused(cut: int) -> None:
    with pytest.raises(FileUnreadable):
        read_upload("drawing", a_jpeg()[:-cut])


@pytest.mark.parametrize("cut", range(1, len(a_png())))
def test_a_png_that_ends_early_is_refused(cut: int) -> None:
    with pytest.raises(FileUnreadable):
        read_upload("drawing", a_png()[:-cut])


@pytest.mark.parametrize(
    ("marker", "body"),
    [(0xC3, b"lossless"), (0xC9, b"arithmetic"), (0xC0, b"\x08\0\x08\0\x08\1\1\x11\0"), (0xC0, b"")],
)
def test_a_photograph_that_browsers_cannot_show_is_refused(marker: int, body: bytes) -> None:
    with pytest.raises(FileUnreadable):
        read_upload("drawing", a_jpeg(extra=[(marker, body)]))


@pytest.mark.parametrize("size", [(0, 8), (8, 0), (20_001, 1), (20_000, 20_000)])
def test_a_photograph_of_an_impossible_size_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(FileUnreadable):
        read_upload("drawing", a_jpeg(size=size))


def with_data(header: bytes, *pieces: bytes) -> bytes:
    chunks = [(b"IHDR", header), *((b"IDAT", piece) for piece in pieces), (b"IEND", b"")]
    return png.SIGNATURE + b"".join(png_chunk(*one) for one in chunks)


def test_a_picture_that_opens_to_more_than_its_size_is_refused() -> None:
    bomb = zlib.compress(bytes(50_000_000))

    with pytest.raises(FileUnreadable):
        read_upload("drawing", with_data(png_header(10, 10), bomb))


def test_something_hidden_behind_the_squeezed_picture_is_refused() -> None:
    squeezed = zlib.compress(b"\0\x80")

    for pieces in ((squeezed + PLACE,), (squeezed, PLACE), (squeezed[:-4],)):
        with pytest.raises(FileUnreadable):
            read_upload("drawing", with_data(png_header(1, 1), *pieces))
    assert read_upload("drawing", with_data(png_header(1, 1), squeezed[:3], squeezed[3:]))


@pytest.mark.parametrize(
    "header",
    [
        png_header(0, 1),
        png_header(1, 0),
        png_header(10_001, 1),
        png_header(9_000, 9_000),
        png_header(1, 1, 3),
        png_header(1, 1, 8, 5),
        png_header(1, 1, interlaced=2),
        png_header(1, 1)[:-1],
    ],
)
def test_a_png_whose_header_makes_no_picture_is_refused(header: bytes) -> None:
    with pytest.raises(FileUnreadable):
        read_upload("drawing", with_data(header, zlib.compress(b"\0\x80")))


def test_an_interlaced_picture_is_measured_pass_by_pass() -> None:
    # 3 x 3 grey in 8 bits: passes of 1x1, 1x1 (column 2 of row 0 in pass 4 ...), counted by hand from the standard
    rows = [1, 1, 2, 1, 1, 3]  # pixels in each row of passes 1, 4, 5, 6 (two rows), 7
    data = b"".join(b"\0" + b"\x80" * pixels for pixels in rows)

    assert read_upload("drawing", with_data(png_header(3, 3, interlaced=1), zlib.compress(data)))


def test_a_broken_checksum_is_refused() -> None:
    broken = bytearray(a_png())
    broken[-1] ^= 1

    with pytest.raises(FileUnreadable):
        read_upload("drawing", bytes(broken))


@pytest.mark.parametrize("chunks", [[], [b"IDAT", b"IHDR"], [b"IHDR"], [b"IHDR", b"IHDR", b"IDAT"]])
def test_a_png_whose_chunks_are_out_of_order_is_refused(chunks: list[bytes]) -> None:
    bodies = {b"IHDR": png_header(1, 1), b"IDAT": zlib.compress(b"\0\x80")}
    made = png.SIGNATURE + b"".join(png_chunk(name, bodies[name]) for name in chunks) + png_chunk(b"IEND", b"")

    with pytest.raises(FileUnreadable):
        read_upload("drawing", made)


def test_colours_and_see_through_parts_of_a_picture_stay() -> None:
    palette, clear = (b"PLTE", b"\xe2\xf4\x8c"), (b"tRNS", b"\x80")

    assert read_upload("drawing", a_png(extra=[palette, clear])).content == a_png(extra=[palette, clear])


@given(st.binary(max_size=400))
def test_whatever_is_sent_as_a_picture_is_cleaned_or_refused(content: bytes) -> None:
    for start in (b"", png.SIGNATURE, b"\xff\xd8\xff", png.SIGNATURE + png_chunk(b"IHDR", png_header(1, 1))):
        try:
            kept = read_upload("drawing", start + content)
        except FileUnreadable:
            continue
        assert read_upload("drawing", kept.content) == kept


@given(
    extra=st.lists(st.tuples(st.sampled_from([*range(0xE0, 0xF0), 0xFE]), st.binary(min_size=4, max_size=80))),
    behind=st.binary(max_size=80),
)
def test_no_segment_of_somebodys_own_survives_in_a_photograph(extra: list[tuple[int, bytes]], behind: bytes) -> None:
    kept = read_upload("drawing", a_jpeg(extra=extra, behind=behind)).content

    told = [(marker, body) for marker, body in extra if not body.startswith((b"JFIF\0", b"Adobe"))]
    assert not any(jpeg_segment(marker, body) in kept for marker, body in told)
    assert read_upload("drawing", kept).content == kept


NAMES = st.binary(min_size=4, max_size=4).filter(lambda name: name not in (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"))


@given(extra=st.lists(st.tuples(NAMES, st.binary(max_size=80))), behind=st.binary(max_size=80))
def test_no_chunk_of_somebodys_own_survives_in_a_png(extra: list[tuple[bytes, bytes]], behind: bytes) -> None:
    assert read_upload("drawing", a_png(extra=extra, behind=behind)).content == a_png()


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (A_WEBM, "audio/webm"),
        (an_ogg(), "audio/ogg"),
        (an_mp4(), "audio/mp4"),
        (a_wav(), "audio/wav"),
        (AN_AMR, "audio/amr"),
        (b"#!AMR-WB\n" + (b"\x04" + bytes(17)) * 5, "audio/amr"),
        (AN_AAC, "audio/aac"),
        (AN_MP3, "audio/mpeg"),
    ],
)
def test_a_recording_is_known_by_its_own_bytes(content: bytes, media_type: str) -> None:
    assert read_upload("recording", content).media_type == media_type


def test_a_phones_recording_loses_where_and_when_it_was_made_and_keeps_its_length() -> None:
    kept = read_upload("recording", an_mp4()).content

    assert b"GPS" not in kept
    assert b"\xe6\x01\x02\x03" not in kept
    assert b"sound" in kept
    assert len(kept) == len(an_mp4())


def test_a_film_is_refused() -> None:
    for tracks in ((b"soun", b"vide"), (b"vide",), ()):
        with pytest.raises(FileUnreadable):
            read_upload("recording", an_mp4(tracks=tracks))


def test_a_box_that_is_longer_than_the_file_is_refused() -> None:
    with pytest.raises(FileUnreadable):
        read_upload("recording", an_mp4() + b"\0\0\1\0mdat")


def test_boxes_within_boxes_without_end_are_refused() -> None:
    box = mp4_box(b"moov")
    for _ in range(40):
        box = mp4_box(b"moov", box)

    with pytest.raises(FileUnreadable):
        read_upload("recording", mp4_box(b"ftyp", b"M4A \0\0\0\0") + box)


def test_tags_beside_a_sound_are_cut_off() -> None:
    sound = AN_MP3
    tag = b"ID3\4\0\0\0\0\0\x3a" + PLACE.ljust(58)

    assert read_upload("recording", tag + sound + b"TAG" + bytes(125)).content == sound
    told = b"LIST" + len(PLACE).to_bytes(4, "little") + PLACE + bytes(len(PLACE) % 2)
    assert read_upload("recording", a_wav(extra=told)).content == a_wav()


@given(st.binary(max_size=300))
def test_whatever_is_sent_as_a_sound_is_cleaned_or_refused(content: bytes) -> None:
    for start in (b"", b"RIFF\0\0\0\0WAVE", b"\0\0\0\x0cftypM4A ", b"ID3\4\0\0", b"\xff\xf1"):
        try:
            kept = read_upload("recording", start + content)
        except FileUnreadable:
            continue
        assert len(kept.content) <= len(start + content) + 8


@pytest.mark.parametrize("kind", ["drawing", "recording"])
@pytest.mark.parametrize("content", [b"", b"GIF89a", b"<svg onload=alert(1)>", b"%PDF-1.7", b"MZ", b"\0" * 50])
def test_what_is_neither_a_picture_nor_a_sound_is_refused(kind: UploadKind, content: bytes) -> None:
    with pytest.raises(FileUnreadable):
        read_upload(kind, content)


def test_a_sound_is_no_picture_and_a_picture_is_no_sound() -> None:
    with pytest.raises(FileUnreadable):
        read_upload("drawing", a_wav())
    with pytest.raises(FileUnreadable):
        read_upload("recording", a_png())


def test_a_file_over_the_limit_is_refused_before_it_is_looked_at() -> None:
    with pytest.raises(FileTooBig):
        read_upload("drawing", b"x" * (FILE_BYTES + 1))


@pytest.mark.parametrize(
    "content",
    [
        b"\x1a\x45\xdf\xa3webm",
        b"\x1a\x45\xdf\xa3\x9fB\x86\x81\1B\xf7\x81\1B\xf2\x81\4B\xf3\x81\x08B\x82\x84webm" + bytes(60),
        b"\x1a\x45\xdf\xa3\x80<html>webm",
        a_webm(b"matroska"),
        a_webm(tracks=(1, 2)),
        a_webm(tracks=()),
        a_webm(sound=b""),
        b"OggS<html>",
        b"OggS" + bytes(60),
        an_ogg(b"<script>" + bytes(11), b"OpusTags", b"sound"),
        an_ogg(ends_at=0),
        an_ogg()[:90],
        an_ogg().replace(b"sound", b"s<b>d"),
        an_ogg() + an_ogg(b"\x80theora", b"film"),
        b"#!AMR\n",
        b"#!AMR\n<html><script>alert(1)</script></html>",
        AN_AMR + b"<script>alert(1)</script>\xff" * 9,
        b"#!AMR\n" + bytes(30),
        b"\xff\xf1" + b"<html>" * 9,
        b"\xff\xfb\x90" + b"<html>" * 9,
        mp4_box(b"ftyp", b"html\0\0\0\0html") + an_mp4()[16:],
        an_mp4().replace(b"\0\0\0\x0dmdatsound", mp4_box(b"mdat")),
        a_wav(0),
    ],
)
def test_what_only_starts_like_a_recording_is_refused(content: bytes) -> None:
    with pytest.raises(FileUnreadable):
        read_upload("recording", content)


def test_what_is_behind_a_recording_is_cut_off_and_what_was_cut_short_is_kept() -> None:
    assert read_upload("recording", an_ogg() + b"<html>").content == an_ogg()
    assert read_upload("recording", AN_AMR + AN_AMR[6:20]).content == AN_AMR
    assert read_upload("recording", A_WEBM + b"\xa3\x90\x81").content == A_WEBM + b"\xa3\x90\x81"


@given(st.binary(max_size=300))
def test_whatever_follows_the_start_of_a_recording_is_taken_or_refused(content: bytes) -> None:
    for start in (
        b"\x1a\x45\xdf\xa3",
        A_WEBM[:40],
        A_WEBM,
        b"OggS\0\2",
        an_ogg(),
        b"#!AMR-WB\n",
        AN_AMR,
        AN_AAC,
        AN_MP3[:417],
    ):
        try:
            read_upload("recording", start + content)
        except FileUnreadable:
            continue
