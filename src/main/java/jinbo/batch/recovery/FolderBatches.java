package jinbo.batch.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.DropSession;
import jinbo.exchange.sftp.FileSnapshot;

/** Goes through a folder of a drop some files at a time, so that a folder of millions costs no more memory than these. */
final class FolderBatches {

    private static final int BATCH = 1_000;

    private FolderBatches() {}

    static void of(DropSession drop, DropFolder folder, Consumer<List<FileSnapshot>> work) {
        List<FileSnapshot> batch = new ArrayList<>();
        drop.list(folder, fileSnapshot -> {
            batch.add(fileSnapshot);
            if (batch.size() == BATCH) {
                work.accept(List.copyOf(batch));
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            work.accept(List.copyOf(batch));
        }
    }
}
