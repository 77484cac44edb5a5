package io.holdfast.web;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;

/** Whoever calls in tests. What their tokens are worth stands in META-INF/microprofile-config.properties. */
public final class Callers {
    /** May do everything everywhere. */
    public static final String ADMIN = "admin-everywhere";

    private Callers() {}

    /** The token of a caller of that name. */
    public static String token(String caller) {
        return "holdfast_" + caller + "-0123456789abcdefghijkl";
    }

    /** A request that somebody makes. */
    public static RequestSpecification as(String caller) {
        return given().header("Authorization", "Bearer " + token(caller));
    }

    /** The same, for what takes JSON or nothing; the client would call nothing a form. */
    public static RequestSpecification acting(String caller) {
        return as(caller).contentType("application/json");
    }
}
