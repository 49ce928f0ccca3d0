package jinbo.reference.phone;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

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

    private final ErrorType type;

    SegmentError(int httpStatus) {
        this.type = new ErrorType(name(), httpStatus);
    }

    SegmentError(String code, int httpStatus) {
        this.type = new ErrorType(code, httpStatus);
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
