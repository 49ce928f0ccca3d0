package jinbo.exchange.sftp;

/** The three folders of a drop. */
public enum DropFolder {
    UPLOAD("upload", false),
    /** Uploads that have been answered. */
    ARCHIVE("archive", true),
    DOWNLOAD("download", true);

    private final String folderName;
    private final boolean writtenByAssociationOnly;

    DropFolder(String folderName, boolean writtenByAssociationOnly) {
        this.folderName = folderName;
        this.writtenByAssociationOnly = writtenByAssociationOnly;
    }

    public String folderName() {
        return folderName;
    }

    /** True if only the association creates files here. The insurer may still delete them. */
    public boolean isWrittenByAssociationOnly() {
        return writtenByAssociationOnly;
    }
}
