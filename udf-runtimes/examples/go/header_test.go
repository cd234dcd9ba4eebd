package main

import "testing"

func TestHeaderIsReadByItsOffsets(t *testing.T) {
	sent := make([]byte, headerBytes+3)
	sent[0], sent[1], sent[8], sent[16], sent[40] = 1, kindShared, 5, 64, 128
	met, err := readHeader(sent)
	if want := (batchHeader{kind: kindShared, id: 5, offset: 64, roomBytes: 128}); err != nil || met != want {
		t.Fatalf("expected %+v, met %+v, %v", want, met, err)
	}
	for _, bad := range [][]byte{sent[:20], append([]byte{2}, sent[1:]...), append([]byte{1, 9}, sent[2:]...)} {
		if _, err := readHeader(bad); err == nil {
			t.Errorf("a header that begins with % x and has %d bytes was read", bad[:2], len(bad))
		}
	}
}

func TestEncapsulatedEndsOnItsAlignmentOfTheFile(t *testing.T) {
	for _, base := range []int{0, 64, 192} {
		if length := len(encapsulated(make([]byte, 75), base, 64)); (base+length)%64 != 0 {
			t.Errorf("a message at %d of 75 bytes has its body at %d", base, base+length)
		}
	}
}
