package jinbo.operator.report;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.CountAccesses.AccessCount;
import jinbo.platform.http.PrintablePage;

/**
 * What stands on a report's page, a section for each insurer. Thymeleaf asks whether there is another section before it has
 * read the rows of this one, so an empty one stands at the end: until then, the answer is yes.
 */
final class AccessReportSections implements Iterator<AccessReportSections.Section> {

    private final Iterator<AccessCount> counts;
    private final Map<String, String> names;
    private Optional<AccessCount> next;
    private AccessReport.AccessTotals totals = AccessReport.AccessTotals.NOTHING;
    private boolean isEmpty = true;
    private boolean ended;

    /** @param counts in order of insurers, those of no insurer last */
    AccessReportSections(Iterator<AccessCount> counts, Map<String, String> names) {
        this.counts = counts;
        this.names = names;
        this.next = readNext();
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public Section next() {
        ended = next.isEmpty();
        return new Section(next.flatMap(AccessCount::insurer));
    }

    public boolean isEmpty() {
        return isEmpty;
    }

    AccessReport.AccessTotals totals() {
        return totals;
    }

    public List<String> sums() {
        return cells(totals);
    }

    BilingualLabel label(Optional<String> insurer, BilingualLabel ifNone) {
        return insurer.map(code -> names.containsKey(code) ? code + " " + names.get(code) : code)
                .map(PrintablePage::visible)
                .map(text -> new BilingualLabel(text, text))
                .orElse(ifNone);
    }

    private Optional<AccessCount> readNext() {
        return counts.hasNext() ? Optional.of(counts.next()) : Optional.empty();
    }

    private static List<String> cells(AccessReport.AccessTotals sums) {
        return Stream.of(sums.accesses(), sums.numbers(), sums.failed(), sums.withoutResult(), sums.refusals())
                .map(sum -> String.format(Locale.ENGLISH, "%,d", sum))
                .toList();
    }

    /** An insurer's rows, to be read once and in their turn. */
    final class Section implements Iterator<Row> {

        private final Optional<String> insurer;
        private AccessReport.AccessTotals ofInsurer = AccessReport.AccessTotals.NOTHING;

        private Section(Optional<String> insurer) {
            this.insurer = insurer;
        }

        @Override
        public boolean hasNext() {
            return next.isPresent() && next.get().insurer().equals(insurer);
        }

        @Override
        public Row next() {
            AccessCount count = next.orElseThrow();
            isEmpty = false;
            totals = totals.plus(count);
            ofInsurer = ofInsurer.plus(count);
            next = readNext();
            return new Row(
                    PrintablePage.visible(count.actor()),
                    BilingualLabel.of(count.role()),
                    PrintablePage.visible(count.confirmedBy().orElse("")),
                    count.action(),
                    BilingualLabel.of(count.action()),
                    PrintablePage.visible(count.purpose()),
                    cells(AccessReport.AccessTotals.NOTHING.plus(count)));
        }

        /** Whether it is the empty one at the end. */
        public boolean isEnd() {
            return ended;
        }

        public BilingualLabel title() {
            return label(insurer, BilingualLabel.NO_INSURER);
        }

        public Iterator<Row> rows() {
            return this;
        }

        public List<String> sums() {
            return cells(ofInsurer);
        }
    }

    /** @param confirmedBy the second person; nothing if there was none */
    record Row(
            String actor,
            BilingualLabel role,
            String confirmedBy,
            AccessAction action,
            BilingualLabel actionLabel,
            String purpose,
            List<String> counts) {}
}
