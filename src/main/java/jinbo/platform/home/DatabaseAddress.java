package jinbo.platform.home;

/** The JDBC URL of a database, and the login. */
public record DatabaseAddress(String url, String user, String password) {

    @Override
    public String toString() {
        return "DatabaseAddress[" + url + ", " + user + "]";
    }
}
