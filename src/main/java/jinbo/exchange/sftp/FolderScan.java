package jinbo.exchange.sftp;

import java.util.List;

/**
 * What lay in {@code upload/}, or for the insurer in {@code download/}, at one moment.
 *
 * @param strange how many entries were passed over that nobody should have put there: folders, links, devices, names with
 *     backslashes or control characters
 * @param beyond how many files were not looked at because there are more than {@link #MAX_FILES}; they come into sight when those
 *     before them have been archived or are no longer asked for. One more where the server did not come to an end of its list
 */
public record FolderScan(List<FileSnapshot> files, int strange, int beyond) {

    /** How many files one look holds, so that a folder with millions of files costs no more memory than this. */
    public static final int MAX_FILES = 10_000;

    public FolderScan {
        files = List.copyOf(files);
    }
}
