package jinbo.batch.validation;

public record UploadHistory(long filesAccepted, double averageRows) {

    public static final UploadHistory NONE = new UploadHistory(0, 0);
}
