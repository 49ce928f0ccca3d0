package jinbo.participant.insurer;

import java.io.Serializable;
import java.util.Comparator;
import jinbo.reference.business.LineCode;

/** The name of an insurer in one line of business, written {@code YUNHE/LIFE}. */
public record InsurerLine(InsurerCode insurer, LineCode line) implements Comparable<InsurerLine>, Serializable {

    private static final Comparator<InsurerLine> ORDER =
            Comparator.comparing(InsurerLine::insurer).thenComparing(InsurerLine::line);

    public static boolean isName(String text) {
        int slash = text.indexOf('/');
        return slash >= 0 && InsurerCode.isCode(text.substring(0, slash)) && LineCode.isCode(text.substring(slash + 1));
    }

    public static InsurerLine parse(String text) {
        if (!isName(text)) {
            throw new IllegalArgumentException("An insurer in a line of business is written as in YUNHE/LIFE");
        }
        int slash = text.indexOf('/');
        return new InsurerLine(new InsurerCode(text.substring(0, slash)), new LineCode(text.substring(slash + 1)));
    }

    @Override
    public int compareTo(InsurerLine other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return insurer + "/" + line;
    }
}
