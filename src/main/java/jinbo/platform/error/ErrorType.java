package jinbo.platform.error;

/**
 * @param code the documented code for programs; several errors may have the same code
 * @param httpStatus the status of an HTTP response with this error (RFC 9457)
 */
public record ErrorType(String code, int httpStatus) {}
