package jinbo.exchange.sftp;

/** A folder holds more than anybody can look through, or the server makes names up without end. */
public final class DropFolderTooLargeException extends DropException {

    private static final long serialVersionUID = 1L;

    DropFolderTooLargeException(DropContext dropContext, DropFolder folder) {
        super(dropContext, DropError.FOLDER_TOO_LARGE, folder.folderName());
    }
}
