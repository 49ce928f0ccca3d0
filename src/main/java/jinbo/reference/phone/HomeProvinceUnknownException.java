package jinbo.reference.phone;

/** The current segment table has no segment of the home province, so that every number would be another city's. */
public final class HomeProvinceUnknownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String province;

    HomeProvinceUnknownException(String province, SegmentTable table) {
        super("Segment table " + table.version() + " has no segment of the province '" + province
                + "': set jinbo.region to a province as the table spells it, for example 北京");
        this.province = province;
    }

    /** The province that was set. */
    public String province() {
        return province;
    }
}
