package jinbo.job.collect;

import java.util.List;
import jinbo.inbound.InboundFile;

/**
 * What a look at a drop brought.
 *
 * @param arrived files that were fetched and recorded, in the order of their names
 * @param stillChanging files that are not whole yet; the next run takes them up
 * @param strange things in {@code upload/} that are no files or have impossible names; left alone
 */
record Discovery(List<InboundFile> arrived, int stillChanging, int strange) {

    Discovery {
        arrived = List.copyOf(arrived);
    }
}
