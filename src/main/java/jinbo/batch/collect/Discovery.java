package jinbo.batch.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.registry.inbound.InboundFile;

/**
 * @param arrived files that were fetched and recorded, in the order of their names
 * @param stillChanging files that are not whole yet; the next run takes them up
 * @param refused files that the drop does not let us read; left alone
 * @param strange things in {@code upload/} that are no files or have impossible names; left alone
 * @param beyond files above the number that one look takes; the next run takes them up
 * @param waiting why the files behind those that were fetched wait, and how many they are; empty if none does
 */
record Discovery(
        List<InboundFile> arrived, int stillChanging, int refused, int strange, int beyond, Optional<String> waiting) {

    Discovery {
        arrived = List.copyOf(arrived);
    }

    List<String> left() {
        List<String> left = new ArrayList<>();
        if (stillChanging > 0) {
            left.add(stillChanging + " file(s) in upload/ still change; the next run takes them up");
        }
        if (refused > 0) {
            left.add(refused + " file(s) in upload/ cannot be read; ask the insurer to let us read what it puts there");
        }
        if (beyond > 0) {
            left.add(beyond + " more file(s) in upload/ than one look takes; run again");
        }
        waiting.ifPresent(left::add);
        if (strange > 0) {
            left.add(strange
                    + " thing(s) in upload/ are no files or have impossible names; ask the insurer to remove them");
        }
        return left;
    }
}
