package jinbo.peer;

/** The benchmark's workloads: whether a row in five is for its uploader alone. */
enum Workload {
    ALL("0"),
    MIXED("0.2");

    private final String alone;

    Workload(String alone) {
        this.alone = alone;
    }

    /** The share of rows that are for their uploader alone, as the generator wants it. */
    String alone() {
        return alone;
    }
}
