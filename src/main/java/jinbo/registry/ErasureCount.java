package jinbo.registry;

public record ErasureCount(long numbers, long registrations) {

    public static final ErasureCount NOTHING = new ErasureCount(0, 0);
}
