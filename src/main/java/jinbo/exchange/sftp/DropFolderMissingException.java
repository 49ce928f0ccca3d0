package jinbo.exchange.sftp;

import java.nio.file.Path;
import jinbo.participant.insurer.InsurerCode;

public final class DropFolderMissingException extends DropException {

    private static final long serialVersionUID = 1L;

    private final DropFolder folder;

    DropFolderMissingException(DropContext dropContext, DropFolder folder) {
        super(dropContext, DropError.FOLDER_MISSING, folder.folderName());
        this.folder = folder;
    }

    private DropFolderMissingException(DropContext dropContext, DropFolder folder, Path root) {
        super(dropContext, DropError.FOLDER_LOST, folder.folderName(), root, root.resolve(folder.folderName()));
        this.folder = folder;
    }

    /**
     * A folder of an account on the embedded server has vanished, and is not made anew.
     *
     * @param root the account's folder on this machine
     */
    public static DropFolderMissingException vanished(
            InsurerCode insurer, DropAddress address, DropFolder folder, Path root) {
        return new DropFolderMissingException(
                new DropContext(insurer, address, DropContext.Reader.ASSOCIATION), folder, root);
    }

    public DropFolder folder() {
        return folder;
    }
}
