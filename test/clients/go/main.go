// Runs every check against the cluster that the environment describes; prints a line of JSON for each.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

// Outcome of a check. Rows are what it read, as text, where whoever started the program is to compare it.
type Outcome struct {
	Check   string      `json:"check"`
	Failure string      `json:"failure,omitempty"`
	Rows    [][]*string `json:"rows,omitempty"`
}

type check struct {
	name string
	run  func(place *Place) ([][]*string, error)
}

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	place, err := placeFromEnvironment(out)
	if err != nil {
		panic(err)
	}
	defer place.close()
	for _, c := range append(append([]check{}, queries...), append(metadata, ingestion...)...) {
		outcome := Outcome{Check: c.name}
		rows, err := c.run(place)
		if err != nil {
			outcome.Failure = err.Error()
		}
		outcome.Rows = rows
		line, err := json.Marshal(outcome)
		if err != nil {
			panic(err)
		}
		fmt.Fprintln(out, string(line))
	}
}
