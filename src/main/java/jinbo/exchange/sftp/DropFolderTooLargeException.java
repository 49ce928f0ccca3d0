package jinbo.exchange.sftp;

/** A folder holds more than anybody can look through, or the server makes names up without end. */
public final class DropFolderTooLargeException extends DropException {

    private static final long serialVersionUID = 1L;

    DropFolderTooLargeException(DropContext dropContext, DropFolder folder) {
        super(
                dropContext,
                "does not come to an end of what lies in " + folder.folderName() + "/; ask "
                        + dropContext.operatorName() + " to tidy it up, or what the server is doing");
    }

    @Override
    public boolean isTransient() {
        return false;
    }
}
