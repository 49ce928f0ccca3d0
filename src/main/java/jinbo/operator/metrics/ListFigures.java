package jinbo.operator.metrics;

import java.util.ArrayList;
import java.util.List;
import jinbo.exchange.format.ListKind;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.blocklist.ListCount;
import jinbo.registry.blocklist.ListCounts;
import org.springframework.stereotype.Component;

/** What has gone out. */
@Component
class ListFigures implements FigureSource {

    private final ListCounts counts;

    ListFigures(ListCounts counts) {
        this.counts = counts;
    }

    @Override
    public String what() {
        return "block lists";
    }

    @Override
    public List<Sample> read() {
        List<Sample> samples = new ArrayList<>();
        for (ListCount count : counts.byInsurer()) {
            String insurer = count.insurer().value();
            samples.add(Sample.of(Figure.LISTS_DELIVERED, count.fullDelivered(), insurer, ListKind.FULL.word()));
            samples.add(Sample.of(Figure.LISTS_DELIVERED, count.deltasDelivered(), insurer, ListKind.DELTA.word()));
            samples.add(Sample.of(Figure.LISTS_UNDELIVERED, count.undelivered(), insurer));
            samples.add(Sample.of(Figure.LIST_ROWS, count.rows(), insurer));
            samples.add(Sample.of(Figure.LIST_NUMBERS, count.numbers(), insurer));
            count.deliveredAt().ifPresent(at -> samples.add(Sample.at(Figure.LIST_DELIVERED_AT, at, insurer)));
            count.useBy()
                    .map(lastDay ->
                            lastDay.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant())
                    .ifPresent(end -> samples.add(Sample.at(Figure.LIST_USE_BY, end, insurer)));
        }
        return samples;
    }
}
