package jinbo.platform.home;

/**
 * @param url JDBC URL
 * @param password its password; never shown
 */
public record DatabaseAddress(String url, String user, String password) {

    @Override
    public String toString() {
        return "DatabaseAddress[" + url + ", " + user + "]";
    }
}
