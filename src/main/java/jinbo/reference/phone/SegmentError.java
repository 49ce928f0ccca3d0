package jinbo.reference.phone;

import jinbo.platform.error.ErrorCode;

/** What is wrong with a file of segments. */
enum SegmentError implements ErrorCode {
    SEGMENT_FILE_REFUSED(422),
    NO_SEGMENTS("SEGMENT_FILE_REFUSED", 422),
    FIELDS("SEGMENT_FILE_REFUSED", 422),
    SEGMENT("SEGMENT_FILE_REFUSED", 422),
    PROVINCE("SEGMENT_FILE_REFUSED", 422),
    SEGMENT_TWICE("SEGMENT_FILE_REFUSED", 422),
    TOO_MANY_PROVINCES("SEGMENT_FILE_REFUSED", 422),
    NO_HOME_SEGMENTS("SEGMENT_FILE_REFUSED", 422),
    LESS_THAN_HALF("SEGMENT_FILE_REFUSED", 422);

    private final String code;
    private final int httpStatus;

    SegmentError(int httpStatus) {
        this.code = name();
        this.httpStatus = httpStatus;
    }

    SegmentError(String code, int httpStatus) {
        this.code = code;
        this.httpStatus = httpStatus;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int httpStatus() {
        return httpStatus;
    }
}
