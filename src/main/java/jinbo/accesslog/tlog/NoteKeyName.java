package jinbo.accesslog.tlog;

/** Rules for key names (C2SP signed-note): not empty, no Unicode space, no plus, nothing that ends a line. */
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
