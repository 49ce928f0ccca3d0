package jinbo.drop;

/** The three folders of a drop. */
public enum DropFolder {
    /** From the insurer to the association. */
    UPLOAD("upload"),
    /** Uploads that have been answered. */
    ARCHIVE("archive"),
    /** From the association to the insurer. */
    DOWNLOAD("download");

    private final String folderName;

    DropFolder(String folderName) {
        this.folderName = folderName;
    }

    /** Its name on the server. */
    public String folderName() {
        return folderName;
    }
}
