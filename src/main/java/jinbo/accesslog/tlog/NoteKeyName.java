package jinbo.accesslog.tlog;

/** The rules for a key's name (C2SP signed-note): not empty, without Unicode spaces, plus signs and line ends. */
final class NoteKeyName {

    private static final char NEXT_LINE = '\u0085';

    private NoteKeyName() {}

    static boolean isValid(String name) {
        return !name.isEmpty() && name.codePoints().noneMatch(NoteKeyName::isForbidden);
    }

    static String require(String name) {
        if (!isValid(name)) {
            throw new IllegalArgumentException("A key's name is empty, or has a space, a plus or a control character");
        }
        return name;
    }

    private static boolean isForbidden(int character) {
        return character == '+'
                || character < ' '
                || character == NEXT_LINE
                || Character.isSpaceChar(character)
                || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    }
}
