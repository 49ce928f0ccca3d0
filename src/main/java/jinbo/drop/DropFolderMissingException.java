package jinbo.drop;

/** One of the three folders is not there. */
public final class DropFolderMissingException extends DropException {

    private static final long serialVersionUID = 1L;

    private final DropFolder folder;

    DropFolderMissingException(Party party, DropFolder folder) {
        super(
                party,
                "has no folder " + folder.folderName()
                        + "/; ask " + party.keeper()
                        + " to create upload/, archive/ and download/ there and to let our user write in"
                        + " them, or correct the path in the drop's address");
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
