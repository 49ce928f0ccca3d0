package jinbo.command;

/** The jobs that can be run. */
enum JobName {
    /** Uploads are taken in and answered. */
    COLLECT_UPLOADS("collect-uploads"),
    /** Block lists are made and delivered. */
    PUBLISH_BLOCK_LISTS("publish-block-lists"),
    /** Numbers that ended long ago are erased. */
    ERASE_ENDED("erase-ended");

    private final String word;

    JobName(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
