package jinbo.exchange.sftp;

public enum DropFolder {
    /** From the insurer to the association. */
    UPLOAD("upload", false),
    /** Uploads that have been answered. */
    ARCHIVE("archive", true),
    /** From the association to the insurer. */
    DOWNLOAD("download", true);

    private final String folderName;
    private final boolean writtenByAssociationOnly;

    DropFolder(String folderName, boolean writtenByUsAlone) {
        this.folderName = folderName;
        this.writtenByAssociationOnly = writtenByUsAlone;
    }

    public String folderName() {
        return folderName;
    }

    /** Whether new names come from the association alone; the insurer may still take files away. */
    public boolean isWrittenByAssociationOnly() {
        return writtenByAssociationOnly;
    }
}
