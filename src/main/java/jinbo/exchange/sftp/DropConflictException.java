package jinbo.exchange.sftp;

import jinbo.platform.error.ErrorMessage;

/** A name that we need is taken by other bytes, and nothing in a drop is ever overwritten. */
public final class DropConflictException extends DropException {

    private static final long serialVersionUID = 1L;

    private final DropFolder folder;
    private final String name;

    DropConflictException(DropContext dropContext, DropFolder folder, String name, ErrorMessage whatToDo) {
        super(dropContext, DropError.OTHER_FILE_THERE, folder.folderName() + "/" + SanitizedText.of(name), whatToDo);
        this.folder = folder;
        this.name = name;
    }

    public DropFolder folder() {
        return folder;
    }

    /** The name that is taken; the insurer's text, not for messages. */
    public String name() {
        return name;
    }
}
