package jinbo.registry;

import java.util.List;

/**
 * Some thousand numbers in a row, and which of them have ended.
 *
 * @param last the page ends with it; the next begins behind
 * @param ended the numbers of the page that are to be erased
 */
record EndedNumberPage(long last, List<Long> ended) {

    static final EndedNumberPage END = new EndedNumberPage(Long.MAX_VALUE, List.of());

    EndedNumberPage {
        ended = List.copyOf(ended);
    }

    /** A toString of its own: numbers stand in no message. */
    @Override
    public String toString() {
        return "a page of which " + ended.size() + " numbers have ended";
    }
}
