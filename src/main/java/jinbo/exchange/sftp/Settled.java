package jinbo.exchange.sftp;

import java.util.List;

/**
 * What two looks at {@code upload/} have shown.
 *
 * @param whole files of the same size and time in both, by name: these may be fetched
 * @param changing files that are new or have changed: left for the next run
 * @param strange as in {@link FolderScan}
 * @param beyond as in {@link FolderScan}
 */
public record Settled(List<FileSnapshot> stable, List<FileSnapshot> changing, int strange, int beyond) {

    public Settled {
        stable = List.copyOf(stable);
        changing = List.copyOf(changing);
    }
}
