package jinbo.platform.error;

/**
 * @param code what programs see, as documented; several sentences may share it
 * @param httpStatus the status of an HTTP response that reports it (RFC 9457)
 */
public record ErrorType(String code, int httpStatus) {}
