/**
 * The only package that knows Camunda: adapters, deployer, expression guard, event
 * translation.
 */
package org.leagueflow.engine.camunda;
