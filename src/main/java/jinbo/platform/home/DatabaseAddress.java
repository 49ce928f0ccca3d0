package jinbo.platform.home;

/**
 * How to reach a database.
 *
 * @param url JDBC URL
 * @param user role to log in as
 * @param password its password; never shown
 */
public record DatabaseAddress(String url, String user, String password) {

    @Override
    public String toString() {
        return "DatabaseAddress[" + url + ", " + user + "]";
    }
}
