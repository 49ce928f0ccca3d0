package jinbo.exchange.sftp;

import java.nio.file.Path;
import jinbo.participant.insurer.InsurerCode;

/** One of the three folders is not there. */
public final class DropFolderMissingException extends DropException {

    private static final long serialVersionUID = 1L;

    private final DropFolder folder;

    DropFolderMissingException(DropContext dropContext, DropFolder folder) {
        super(
                dropContext,
                "has no folder " + folder.folderName()
                        + "/; ask " + dropContext.operatorName()
                        + " to create upload/, archive/ and download/ there and to let our user write in"
                        + " them, or correct the path in the drop's address");
        this.folder = folder;
    }

    private DropFolderMissingException(DropContext dropContext, DropFolder folder, Path root) {
        super(
                dropContext,
                "has lost its folder " + folder.folderName() + "/, with what lay in it; put " + root
                        + " back from the back-up, or, once you know what became of it, make the folder: mkdir -m 700 "
                        + root.resolve(folder.folderName()));
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

    /** Which one. */
    public DropFolder folder() {
        return folder;
    }

    @Override
    public boolean isTransient() {
        return false;
    }
}
