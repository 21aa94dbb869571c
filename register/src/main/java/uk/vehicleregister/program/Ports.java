package uk.vehicleregister.program;

/// Which port is whose: portal P, command service P+1, query service P+2, development issuer P+3 (contract, "The
/// program").
public record Ports(int portal) {

    public static final String DEFAULT = "8080";
    private static final int HIGHEST = 65_535 - 3;

    public Ports {
        if (portal < 1 || portal > HIGHEST) {
            throw Stopped.wrongUse(
                    "--port must be a number from 1 to " + HIGHEST + ", as the three ports after it are used too.");
        }
    }

    public int command() {
        return portal + 1;
    }

    public int query() {
        return portal + 2;
    }

    public int issuer() {
        return portal + 3;
    }

    public String commandAddress() {
        return address(command());
    }

    public String queryAddress() {
        return address(query());
    }

    public String issuerAddress() {
        return address(issuer());
    }

    private static String address(int port) {
        return "http://127.0.0.1:" + port;
    }
}
