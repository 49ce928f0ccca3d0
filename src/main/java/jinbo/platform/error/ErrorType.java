package jinbo.platform.error;

/** @param code the documented code; several errors may have the same code */
public record ErrorType(String code, int httpStatus) {}
