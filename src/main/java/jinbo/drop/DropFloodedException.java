package jinbo.drop;

/** A folder holds more than anybody can look through, or the server makes names up without end. */
public final class DropFloodedException extends DropException {

    private static final long serialVersionUID = 1L;

    private final DropFolder folder;

    DropFloodedException(Party party, DropFolder folder) {
        super(
                party,
                "does not come to an end of what lies in " + folder.folderName()
                        + "/; ask the insurer to tidy it up, or what its server is doing");
        this.folder = folder;
    }

    /** Which one. */
    public DropFolder folder() {
        return folder;
    }

    @Override
    public boolean mayPass() {
        return false;
    }
}
